"""The resident's own pages: what happens with my case, what is asked of me, and who I can talk to."""
