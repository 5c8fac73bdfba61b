"""The calendar: a month of counts, the steps of a day, a week or the weeks ahead."""
