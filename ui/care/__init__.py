"""The psychologist's tab: screenings, sessions, the safety plan; seen by those alone who hold the clinical key."""
