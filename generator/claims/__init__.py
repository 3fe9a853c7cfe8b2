"""What we say: the seeds as read, resolved and checked."""
