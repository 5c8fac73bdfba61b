"""Help in the program: pages, the sheet of keys, what the program is and under which licences."""
