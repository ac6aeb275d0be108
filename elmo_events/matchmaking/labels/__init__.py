"""What are things called in the interface?"""
