"""Appointments: with whom, when and where; what a family takes home of one."""
