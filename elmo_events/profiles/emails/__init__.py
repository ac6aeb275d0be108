"""What do we write to people?"""
