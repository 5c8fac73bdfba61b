"""Support groups for relatives who wait: who leads one, who comes, when it met; each family walled from the others."""
