"""Messages to the outside: put ready in the transaction of an action, sent after it. Knows no slice."""
