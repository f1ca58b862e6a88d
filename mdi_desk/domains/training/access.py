"""Who may do what with courses, classes, bookings and check-in. The database's grants say the same."""

from mdi_desk.kernel.access import permission

TODAY = permission("training.today", "frontdesk", "manager", "auditor", "instructor")
CHECK_IN = permission("training.check_in", "frontdesk", "manager", "instructor")
OVERRIDE = permission("training.override", "manager")
BOOK = permission("training.book", "frontdesk", "manager")
MANAGE = permission("training.manage", "manager")
BOOKINGS_READ = permission("training.bookings_read", "frontdesk", "manager", "auditor")
