"""An invented region at work: five agreements, their organisations and staff, and residents in every stage."""
