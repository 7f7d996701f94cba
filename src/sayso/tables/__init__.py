"""Records as rows of Arrow tables and back: what is exported, and what the stages pass on in batches."""
