"""Pages of people who sign up."""
