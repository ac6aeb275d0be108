"""What do we ask?"""
