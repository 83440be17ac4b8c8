"""Writes the same fictional people by the libraries that other programs write workbooks with.

    pip install openpyxl xlsxwriter && python3 make.py
"""
import datetime

import openpyxl
import xlsxwriter

HEAD = ["Surname", "Forename", "TRN", "School URN", "Current role", "Readiness judged on",
        "Max travel (miles)", "Notes", "Readiness",
        "Aspiration"]
DAY = datetime.date(2026, 3, 4)
PEOPLE = [
    ["Ward", "Zoë", "0012345", 109461, "Teacher", DAY, 12, "two\nlines & <more>", "Ready now", "Headteacher"],
    ["Bell", "Ann", "1234567", 109461, "Deputy head", datetime.datetime(2026, 3, 4), 15, None, "Ready now", "Headteacher"],
    ["O’Neil", "Llŷr", None, 109461, "Teacher", None, None, "=1+1"],
    ["Cole", "Max", 12345, 109461, "Teacher", DAY, None, None, "Ready now", "Headteacher"],
]

book = openpyxl.Workbook()
book.active.title = "Notes"
sheet = book.create_sheet("Candidates")
sheet.append(["Rising Stars"])
sheet.merge_cells("A1:J1")
for row in [HEAD] + PEOPLE:
    sheet.append(row)
sheet["H5"].data_type = "s"
sheet.auto_filter.ref = "A2:J6"
sheet.row_dimensions[4].hidden = True
book.save("openpyxl.xlsx")

# A sheet that is read, behind one of the same headings that is hidden.
book = openpyxl.Workbook()
old = book.active
old.title = "Last year"
old.sheet_state = "hidden"
sheet = book.create_sheet("Candidates")
sheet.append(["Rising Stars"])
sheet.merge_cells("A1:J1")
sheet.append(HEAD)
sheet.append(PEOPLE[0])
old.append(HEAD)
old.append(PEOPLE[1])
book.active = sheet
book.save("hidden.xlsx")

book = xlsxwriter.Workbook("xlsxwriter.xlsx", {"default_date_format": "dd/mm/yyyy"})
book.add_worksheet("Notes")
sheet = book.add_worksheet("Candidates")
sheet.merge_range("A1:J1", "Rising Stars")
for at, row in enumerate([HEAD] + PEOPLE, start=1):
    for column, value in enumerate(row):
        if isinstance(value, str):
            sheet.write_string(at, column, value)
        elif value is not None:
            sheet.write(at, column, value)
sheet.set_row(3, None, None, {"hidden": True})
sheet.write_comment("C3", "seven digits")
book.close()

# A formula that no spreadsheet has calculated.
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Name", "TRN", "School URN", "Notes"])
sheet.append(["Ann Bell", "1234567", 990001, "=1+1"])
book.save("formula.xlsx")

# Dates typed day/month/year into a spreadsheet set to month/day/year: it made dates of those it could read, turned
# round, and left the others as text.
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Name", "TRN", "School URN", "Next career step", "Next step due"])
for at, due in enumerate(["13/02/2027", datetime.date(2027, 1, 2), "25/03/2027", datetime.date(2027, 3, 4),
                          "31/05/2027", datetime.date(2027, 5, 6)]):
    sheet.append(["ABCDEF"[at] + "a Zed" + "abcdef"[at], f"720000{at + 1}", 990001, "Step", due])
    sheet.cell(at + 2, 5).number_format = "dd/mm/yyyy"
book.save("turned-dates.xlsx")
