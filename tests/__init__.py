"""The tests. What they share stands in conftest.py; stand-ins and makers in the modules without test_ in their name."""
