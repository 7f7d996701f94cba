"""What writes the tables and the stories that ship with sayso; none of it is part of the package."""
