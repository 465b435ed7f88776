"""The sentence for every error and problem code: what happened, what was kept, what to do.

Sentences are English here and translated by ``resources/i18n/messages_ja.ts``. ``{where}`` is the
place; other names are the parameters that the error carries.
"""

from __future__ import annotations

from typing import Any

from fusenapp.errors import FusenError
from fusenapp.i18n import QT_TRANSLATE_NOOP, translate

SENTENCES: dict[str, str] = {
    "unexpected": QT_TRANSLATE_NOOP(
        "Errors",
        "Something went wrong inside Fusen ({code}). Your edits are kept. Please try again.",
    ),
    "not-found": QT_TRANSLATE_NOOP("Errors", "{where} was not found. Nothing was changed. Check the name and the folder."),
    "unknown-journey": QT_TRANSLATE_NOOP("Errors", "No journey is called {where}. Nothing was written. There are: {known}."),
    "no-journey": QT_TRANSLATE_NOOP("Errors", "There is no journey to write. Make one on the board first."),
    "one-journey": QT_TRANSLATE_NOOP("Errors", "A picture holds one journey. Nothing was written. Name one of them: {known}."),
    "no-notes": QT_TRANSLATE_NOOP(
        "Errors", "None of the selected notes is there any more. Nothing was written. Select notes and try again."
    ),
    "bad-dpi": QT_TRANSLATE_NOOP(
        "Errors", "{where} pixels an inch cannot be made. Nothing was written. Give a number from {least} to {most}."
    ),
    "which-journey": QT_TRANSLATE_NOOP("Errors", "There are several journeys. Nothing was changed. Name one of them: {known}."),
    "no-phases": QT_TRANSLATE_NOOP(
        "Errors", "{where} names none of the journey's phases. Nothing was changed. The phases are: {known}."
    ),
    "settings-not-saved": QT_TRANSLATE_NOOP(
        "Errors", "The setting could not be saved to {where}. It holds until Fusen is closed. Check the folder and the free space."
    ),
    "bad-rule": QT_TRANSLATE_NOOP(
        "Errors",
        "The rule cannot be read: “{key}” of {where} is missing or not as it should be. Nothing was changed.",
    ),
    "unknown-key": QT_TRANSLATE_NOOP(
        "Errors",
        "The rule has an entry that Fusen does not know: “{key}” of {where}. Nothing was changed. Check the spelling.",
    ),
    "unknown-operator": QT_TRANSLATE_NOOP(
        "Errors",
        "The operator “{operator}” of clause {where} ({field}) is unknown. Nothing was changed.",
    ),
    "picture-too-large": QT_TRANSLATE_NOOP(
        "Errors", "The picture {where} is too large. Nothing was changed. Choose one of at most 20 MB and 50 megapixels.",
    ),
    "picture-unreadable": QT_TRANSLATE_NOOP(
        "Errors", "{where} could not be read as a picture. Nothing was changed. Choose a PNG, JPEG, WebP, BMP or GIF file.",
    ),
    "bad-value": QT_TRANSLATE_NOOP(
        "Errors",
        "The value {value} of {where} does not suit {field} {operator}. Nothing was changed. Enter a value of the column's kind.",
    ),
    "bad-match": QT_TRANSLATE_NOOP(
        "Errors",
        "Group {where} cannot be joined by {value}: use “all”, “any” or “at least n” with n no more than its clauses.",
    ),
    "too-deep": QT_TRANSLATE_NOOP(
        "Errors",
        "Group {where} is nested too deep: two levels below the top are the most. Nothing was changed.",
    ),
    "duplicate-id": QT_TRANSLATE_NOOP(
        "Errors",
        "The id {where} is used twice in the rule. Nothing was changed. Give each clause its own.",
    ),
    "threshold-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The rule has points but no threshold. Nothing was changed. Say how many points are needed.",
    ),
    "unknown-field": QT_TRANSLATE_NOOP(
        "Errors",
        "The leads have no column “{field}” (clause {where}). Choose a column of the list. Similar: {suggestions}",
    ),
    "ambiguous-field": QT_TRANSLATE_NOOP(
        "Errors",
        "More than one column is called “{field}” (clause {where}). Name it in full: {suggestions}",
    ),
    "unsuited-operator": QT_TRANSLATE_NOOP(
        "Errors",
        "“{operator}” cannot be used on the column “{field}” (clause {where}), which holds {type}.",
    ),
    "unknown-revision": QT_TRANSLATE_NOOP("Errors", "{where} has no revision {revision}. Known: {known}. Choose one of these."),
    "unknown-definition": QT_TRANSLATE_NOOP("Errors", "Clause {where} includes the definition “{ref}”, which does not exist."),
    "definition-cycle": QT_TRANSLATE_NOOP(
        "Errors",
        "The definitions include each other in a circle: {ref}. Take one of the inclusions out.",
    ),
    "no-reference-date": QT_TRANSLATE_NOOP(
        "Errors",
        "Clause {where} counts days up to the date of the data, which is not known. Set the as-of date first.",
    ),
    "bad-date": QT_TRANSLATE_NOOP("Errors", "“{value}” is not a date. Write it as 2026-11-20 or 2026-11. Nothing was changed."),
    "bad-outcome": QT_TRANSLATE_NOOP(
        "Errors",
        "The outcome {where} cannot be read. Write it as COLUMN=VALUE with a value that the column can have.",
    ),
    "not-a-workspace": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is not a Fusen workspace. Nothing was changed. Choose a .fusen file.",
    ),
    "damaged-file": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is damaged: a part of it is missing or was changed. Nothing was changed. Use “Repair” to get back "
        "everything that can be read.",
    ),
    "newer-version": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} was made by a newer Fusen (format {version}). Nothing was changed. Update Fusen to open it.",
    ),
    "already-exists": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is there already. Nothing was changed. Choose another name.",
    ),
    "cannot-read": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} cannot be read ({reason}). Nothing was changed. Check the connection and your rights to the file.",
    ),
    "disk-full": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no room left to write {where}. The file is as it was and your edits are kept on this computer. Free "
        "some space; Fusen goes on trying.",
    ),
    "read-only": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} may not be written: the file or its folder is read-only. Your edits are kept on this computer. Save a "
        "copy elsewhere, or have the folder unlocked; Fusen goes on trying.",
    ),
    "file-busy": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is being used by another program. Your edits are kept on this computer; Fusen goes on trying.",
    ),
    "drive-gone": QT_TRANSLATE_NOOP(
        "Errors",
        "The folder of {where} cannot be reached ({reason}). Your edits are kept on this computer. Connect the drive "
        "again; Fusen goes on trying.",
    ),
    "edits-in-memory": QT_TRANSLATE_NOOP(
        "Errors",
        "Edits cannot be written to {where} ({reason}). They are kept in memory and not lost while Fusen is open. Free "
        "some space; Fusen goes on trying.",
    ),
    "file-replaced": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is no longer this workspace, or it is damaged. It was left as it is and your edits are kept on this "
        "computer. Save a copy under another name.",
    ),
    "unrelated-workspaces": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is not a copy of {other}, so the two cannot be merged. Nothing was changed.",
    ),
    "blob-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "Imported data or a picture is no longer in {where} ({hash}). Everything else is there. Import it again.",
    ),
    "damaged-blob": QT_TRANSLATE_NOOP(
        "Errors",
        "Imported data or a picture in {where} is damaged ({hash}). Everything else is there. Import it again.",
    ),
    "thinned": QT_TRANSLATE_NOOP(
        "Errors",
        "The state of that moment in {where} was thinned out after 30 days. Choose a named version or a later moment.",
    ),
    "damaged-row": QT_TRANSLATE_NOOP(
        "Errors",
        "Edit {where} of the history is damaged.",
    ),
    "damaged-checkpoint": QT_TRANSLATE_NOOP(
        "Errors",
        "The saved state {where} is damaged.",
    ),
    "quarantined": QT_TRANSLATE_NOOP(
        "Errors",
        "{where}: an edit by {author} could not be taken in and was set aside.",
    ),
    "bad-period": QT_TRANSLATE_NOOP(
        "Errors",
        "“{period}” is not a period. Write a month (2026-04), a quarter (2026-Q1), a half (2026-H1), a fiscal year (2026) "
        "or a range (2026-04:2026-11).",
    ),
    "not-conditions": QT_TRANSLATE_NOOP(
        "Errors",
        "What is on the clipboard are no conditions of a definition. Nothing was pasted. Copy conditions in Fusen, or rows with field, "
        "condition and value in Excel.",
    ),
    "too-many-conditions": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} conditions are too many for one definition; {most} are the most. Nothing was pasted.",
    ),
    "paste-too-deep": QT_TRANSLATE_NOOP(
        "Errors",
        "The group cannot be pasted here: it would be nested too deep. Paste it further outside. Nothing was pasted.",
    ),
    "bad-days": QT_TRANSLATE_NOOP(
        "Errors", "“{text}” is no day or range of days. Nothing was changed. Write 2027/2/8〜2027/2/19, or 8/13〜8/16 for every year."
    ),
    "bad-month": QT_TRANSLATE_NOOP("Errors", "“{text}” is no month. Nothing was changed. Write it like 2026/10."),
    "bad-figure": QT_TRANSLATE_NOOP("Errors", "“{value}” is not a figure that fits here. Nothing was changed. Enter a number above 0."),
    "bad-rep": QT_TRANSLATE_NOOP(
        "Errors",
        "The figures of {name} do not fit. Nothing was changed. Shares lie between 0 and 100 %, hours a day above 0, and the last month is not "
        "before the first.",
    ),
    "bad-spread": QT_TRANSLATE_NOOP(
        "Errors", "The work cannot be spread like this. Nothing was changed. Write shares by month, the first above 0: 60, 40."
    ),
    "no-capacity": QT_TRANSLATE_NOOP("Errors", "What sales can take up is not known yet. Enter people and hours first, in the view “Capacity”."),
    "bad-closure": QT_TRANSLATE_NOOP(
        "Errors",
        "“{text}” is no day or range of days on which the company is closed. Write 08-13:08-16 for every year, or 2026-08-13:2026-08-16 for once.",
    ),
    "formula-syntax": QT_TRANSLATE_NOOP(
        "Errors",
        "The formula of “{where}” cannot be read at character {position}: “{found}” does not fit here. Nothing was changed.",
    ),
    "unknown-name": QT_TRANSLATE_NOOP(
        "Errors",
        "The formula of “{where}” names “{name}” (character {position}), and no KPI is called that. Check the spelling.",
    ),
    "ambiguous-name": QT_TRANSLATE_NOOP(
        "Errors",
        "The formula of “{where}” names “{name}” (character {position}), and several KPIs are called that. Give them "
        "different names.",
    ),
    "unit-mismatch": QT_TRANSLATE_NOOP(
        "Errors",
        "The formula of “{where}” puts {left} and {right} together (character {position}). Only the same units can be "
        "added, compared or given as the result.",
    ),
    "cycle": QT_TRANSLATE_NOOP("Errors", "“{where}” would be made of itself: {path}. Take one of the KPIs out of the circle."),
    "unknown-node-type": QT_TRANSLATE_NOOP(
        "Errors",
        "“{where}” is of a kind that Fusen does not know ({type}). Choose input, measure, formula or link.",
    ),
    "nothing-to-split": QT_TRANSLATE_NOOP(
        "Errors",
        "“{where}” has no formula, so its change cannot be split. Give it a formula that says what it is made of.",
    ),
    "no-figure": QT_TRANSLATE_NOOP(
        "Errors",
        "“{where}” has no figure on one of the two sides, so the change cannot be split. Choose periods with data.",
    ),
    "too-many-drivers": QT_TRANSLATE_NOOP(
        "Errors",
        "The formula of “{where}” has more than {most} drivers that act together. Put some of them into a KPI of their own.",
    ),
    "split-undefined": QT_TRANSLATE_NOOP(
        "Errors",
        "The formula divides by 0 on the way from one side to the other, so the change cannot be split.",
    ),
    "split-needs-positive": QT_TRANSLATE_NOOP(
        "Errors",
        "This way of splitting needs a product of figures above 0. Use the order-free split instead.",
    ),
    "not-a-driver": QT_TRANSLATE_NOOP("Errors", "“{name}” follows from other KPIs. Change one of those instead."),
    "goal-out-of-reach": QT_TRANSLATE_NOOP("Errors", "No driver that is free to move brings “{where}” nearer to the goal."),
    "source-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "The data that feeds “{where}” is not in the workspace any more. Import it again or choose another source.",
    ),
    "row-missing": QT_TRANSLATE_NOOP("Errors", "The KPI sheet has no row “{name}” for “{where}” any more. Choose the row again."),
    "row-twice": QT_TRANSLATE_NOOP(
        "Errors",
        "Two rows “{name}” of the KPI sheet give “{where}” different figures for {month}. The first one counts.",
    ),
    "several-lead-lists": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} lead lists are imported and “{where}” does not say which one to count. The first one counts.",
    ),
    "measure-without-definition": QT_TRANSLATE_NOOP(
        "Errors", "“{where}” counts only leads that meet a definition which is empty or asks for columns that the lead list lacks. "
        "Choose another definition or complete it."),
    "measure-without-column": QT_TRANSLATE_NOOP(
        "Errors",
        "“{where}” is counted from leads, but no column of the list says who got that far. Say which column it is.",
    ),
    "sheet-differs": QT_TRANSLATE_NOOP(
        "Errors",
        "“{where}” ({segment}): the sheet and the lead list differ in months: {months}; first in {month}, {sheet:,.0f} in "
        "the sheet and {leads:,.0f} from the leads.",
    ),
    "leads-undated": QT_TRANSLATE_NOOP("Errors", "Leads without a date of registration: {count}. They are in no month."),
    "volume-over-quality": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} rose by {change} ({before} in {period_before}, {now} in {period_now}), but the share of quality leads among them fell "
        "from {rate_before} to {rate_now}.",
    ),
    "mix-hides-rate": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} fell from {rate_before} ({period_before}) to {rate_now} ({period_now}) because the mix of leads changed ({mix} points). "
        "Taken apart, quality and general leads did not get worse ({rate} points).",
    ),
    "quality-not-closed": QT_TRANSLATE_NOOP(
        "Errors",
        "In {period_now} quality leads reached the target for {stage} ({reached} of it) but not for {name} ({closed} of it).",
    ),
    "next-stage-drops": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} rose by {change} ({before} → {now}), while the next stage, {next}, fell by {next_change} ({next_before} → {next_now}). "
        "{period_now} against {period_before}.",
    ),
    "outside-limits-low": QT_TRANSLATE_NOOP(
        "Errors", "{name} was {last} in {period_now}, below its usual range of {low} to {high} ({points} months)."),
    "outside-limits-high": QT_TRANSLATE_NOOP(
        "Errors", "{name} was {last} in {period_now}, above its usual range of {low} to {high} ({points} months)."),
    "long-run-low": QT_TRANSLATE_NOOP("Errors", "{name} has been below its mean for eight months in a row; it was {last} in {period_now}."),
    "long-run-high": QT_TRANSLATE_NOOP("Errors", "{name} has been above its mean for eight months in a row; it was {last} in {period_now}."),
    "above-capacity": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} will be about {due} in {month}, {over} more than the {room} that sales can take up. Above capacity: {months}.",
    ),
    "was-above-capacity": QT_TRANSLATE_NOOP(
        "Errors",
        "{name} was {due} in {month}, {over} more than the {room} that sales could take up. Above capacity: {months}.",
    ),
    "reason-at-clause": QT_TRANSLATE_NOOP(
        "Errors", "Of {of} leads that sales gave back, {count} ({share}) came back for “{name}”. Look at the condition that this reason points at.",
    ),
    "quality-unanswered": QT_TRANSLATE_NOOP(
        "Errors", "Quality leads that were handed over and got no answer within {hours} hours: {count}. Each of them is a lost chance."),
    "won-off-target": QT_TRANSLATE_NOOP(
        "Errors", "{count} of {of} won customers ({share}) are not what the target asks for. See whether the target still fits."),
    "definition-due": QT_TRANSLATE_NOOP("Errors", "Past its review date ({due}): {rules}. Review it and let the departments renew it."),
    "no-owner": QT_TRANSLATE_NOOP("Errors", "{count} KPIs have a target but no owner, {name} among them."),
    "no-owner-one": QT_TRANSLATE_NOOP("Errors", "{name} has a target but no owner."),
    "bad-update": QT_TRANSLATE_NOOP(
        "Errors",
        "What another copy sent cannot be read ({reason}) and was not taken in. Your own edits are kept.",
    ),
    "record-gone": QT_TRANSLATE_NOOP(
        "Errors",
        "This was deleted by somebody else meanwhile. Nothing was changed. It can be brought back from the history.",
    ),
    "bad-number": QT_TRANSLATE_NOOP(
        "Errors",
        "This number is too large to be kept exactly ({where}). Nothing was changed. Use a larger unit.",
    ),
    "usage": QT_TRANSLATE_NOOP("Errors", "This command cannot be read: {detail}. Nothing was done. {usage}"),
    "unknown-department": QT_TRANSLATE_NOOP("Errors", "There is no department “{where}” in this workspace. Nothing was changed. Known: {known}."),
    "two-sides-needed": QT_TRANSLATE_NOOP(
        "Errors", "Name two departments to compare, or another copy of the workspace with --with and no department."),
    "unknown-place": QT_TRANSLATE_NOOP("Errors", "The two do not differ in “{where}”. Nothing was changed. `compare` lists where they do."),
    "unknown-choice": QT_TRANSLATE_NOOP(
        "Errors", "“{choice}” cannot be decided for {where}. Nothing was changed. Choose left, right or discuss; both where two can be one."),
    "unknown-item": QT_TRANSLATE_NOOP("Errors", "There is no item “{where}” to agree on. Nothing was changed. Known: {known}."),
    "unknown-record": QT_TRANSLATE_NOOP(
        "Errors", "What you wanted to change ({where}) is no longer there; somebody may have deleted it. Nothing was changed."),
    "review-closed": QT_TRANSLATE_NOOP(
        "Errors", "The minutes of {where} are closed. Nothing was changed. Open the review again to change them."),
    "bad-review-kind": QT_TRANSLATE_NOOP("Errors", "“{where}” is no kind of review, only: {known}. Nothing was changed."),
    "unknown-check": QT_TRANSLATE_NOOP("Errors", "“{where}” is none of the checks of a review: {known}. Nothing was changed."),
    "bad-answer": QT_TRANSLATE_NOOP("Errors", "“{where}” cannot be chosen here, only: {known}. Nothing was changed."),
    "empty-text": QT_TRANSLATE_NOOP("Errors", "There is no text. Nothing was added. Write what is to be done, or what you think."),
    "not-agreed": QT_TRANSLATE_NOOP(
        "Errors", "{where} is not agreed as it is now, so it cannot be renewed. Nothing was changed. Stamp it instead."),
    "unknown-review": QT_TRANSLATE_NOOP("Errors", "There is no review “{where}”. Nothing was changed. Reviews: {known}."),
    "unknown-action": QT_TRANSLATE_NOOP("Errors", "There is no action “{where}”, or more than one. Nothing was changed. Actions: {known}."),
    "no-person": QT_TRANSLATE_NOOP("Errors", "A stamp needs a name. Nothing was stamped. Please say who is stamping."),
    "already-stamped": QT_TRANSLATE_NOOP("Errors", "{department} has already stamped this content. Nothing was changed."),
    "too-many-departments": QT_TRANSLATE_NOOP("Errors", "A workspace has at most {most} departments. Nothing was changed."),
    "too-few-departments": QT_TRANSLATE_NOOP("Errors", "A workspace has at least {fewest} departments. Nothing was changed."),
    "tree-there": QT_TRANSLATE_NOOP("Errors", "There is a KPI tree already. Nothing was changed. Delete its KPIs first to begin with a template."),
    "unknown-template": QT_TRANSLATE_NOOP("Errors", "There is no template “{where}”. Nothing was made. Known: {known}."),
    "unknown-purpose": QT_TRANSLATE_NOOP("Errors", "Data cannot be imported as “{where}”. Nothing was imported. Known: {known}."),
    "unknown-dataset": QT_TRANSLATE_NOOP("Errors", "There is no imported data “{where}”. Known: {known}."),
    "no-table": QT_TRANSLATE_NOOP(
        "Errors", "No table was found in {where}. Nothing was imported. Check that the sheet has a header row with rows below it."),
    "no-kpi-rows": QT_TRANSLATE_NOOP(
        "Errors", "{where} does not look like a KPI sheet: no rows with months across were found. Nothing was imported."),
    "unsupported-export": QT_TRANSLATE_NOOP("Errors", "{where} cannot be written; the file name must end in one of: {known}. Nothing was written."),
    "nothing-agreed": QT_TRANSLATE_NOOP(
        "Errors", "No item has been agreed on yet, so there is nothing to write. Stamp an item in all departments, or export all items."),
    "empty-workspace": QT_TRANSLATE_NOOP("Errors", "The workspace holds nothing to write yet."),
    "not-an-agreement": QT_TRANSLATE_NOOP(
        "Errors", "{where} is not an agreement workbook of Fusen. Nothing was changed. Choose a workbook that was exported from this workspace."),
    "other-agreement": QT_TRANSLATE_NOOP(
        "Errors", "{where} was exported from another workspace. Nothing was changed. Open that workspace, or choose a workbook of this one."),
    "damaged-agreement": QT_TRANSLATE_NOOP(
        "Errors", "The hidden part of {where} that tells what was exported is damaged. Nothing was changed. Copy the edits into a newly exported workbook."),
    "newer-agreement": QT_TRANSLATE_NOOP(
        "Errors", "{where} was exported by a newer Fusen. Nothing was changed. Update Fusen and try again."),
    "cannot-write": QT_TRANSLATE_NOOP(
        "Errors", "{where} could not be written ({reason}). Your work is kept. Check the folder, the free space and whether the file is open in Excel, then try again."),
    "bad-json": QT_TRANSLATE_NOOP("Errors", "{where} is not valid JSON ({reason}). Nothing was changed."),
    "no-waterfall": QT_TRANSLATE_NOOP(
        "Errors",
        "Why “{name}” is off its target cannot be drawn: only a KPI that adds up over months, has a formula and has targets can be.",
    ),
    "unknown-node": QT_TRANSLATE_NOOP("Errors", "There is no KPI “{where}” in the tree. Known: {known}."),
    "cancelled": QT_TRANSLATE_NOOP("Errors", "Cancelled; nothing was changed."),
    "unsupported": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is not a spreadsheet that Fusen can read. Nothing was imported. Save it as xlsx or csv and try again.",
    ),
    "corrupt": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is damaged, empty or not what its name says. Nothing was imported. Open it in Excel, save it again and retry.",
    ),
    "encrypted": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is protected by a password. Nothing was imported. Save a copy without the password and choose that.",
    ),
    "too-large": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} needs more room or time than Fusen allows one file. Nothing was imported. Leave out sheets or "
        "rows that are not needed.",
    ),
    "no-worker": QT_TRANSLATE_NOOP(
        "Errors",
        "The helper that reads files could not be started ({reason}). Nothing was imported. Restart Fusen and try again.",
    ),
    "no-such-table": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no table “{table}” in {where}. Nothing was imported. Choose one of the tables found.",
    ),
    "no-such-column": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no column “{column}”. Nothing was changed. Choose one of the columns of the table.",
    ),
    "bad-recipe": QT_TRANSLATE_NOOP(
        "Errors",
        "The kept reading rules cannot be used here: {where}. Nothing was imported. Correct the rules or read without them.",
    ),
    "not-a-kpi-sheet": QT_TRANSLATE_NOOP(
        "Errors",
        "No KPI figures by month were found in {where}. Nothing was imported. Check the months in the header and "
        "the labels for target and actual.",
    ),
    "undecodable-bytes": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} characters of {where} cannot be decoded ({encoding}) and were replaced.",
    ),
    "nul-bytes": QT_TRANSLATE_NOOP("Errors", "{where} holds {count} NUL bytes, which were left out."),
    "unclosed-quote": QT_TRANSLATE_NOOP(
        "Errors",
        "A quotation mark in row {row} of {where} is never closed; quotation marks were ignored.",
    ),
    "quoted-lines": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} lines of {where} were quoted as a whole and did not have {width} fields; they were cut once more.",
    ),
    "ragged-rows": QT_TRANSLATE_NOOP("Errors", "{count} rows of {where} do not have {width} fields."),
    "external-links": QT_TRANSLATE_NOOP(
        "Errors",
        "The file refers to external data; nothing was fetched, the values saved in it were used.",
    ),
    "error-values": QT_TRANSLATE_NOOP("Errors", "“{column}” holds {count} error values ({values}); they count as missing."),
    "not-a-number": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” holds {count} values that are no numbers ({values}); they count as missing.",
    ),
    "not-a-date": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” holds {count} values that are no dates ({values}); they count as missing.",
    ),
    "not-a-month": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” holds {count} values that are no months ({values}); they count as missing.",
    ),
    "not-a-boolean": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” holds {count} values that are neither yes nor no ({values}); they count as missing.",
    ),
    "pending": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” holds {count} values that are not known yet ({values}); they count as missing.",
    ),
    "placeholder": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” holds {count} times a placeholder ({values}) instead of a value; it counts as missing.",
    ),
    "date-order": QT_TRANSLATE_NOOP(
        "Errors",
        "Day and month of {count} dates in “{column}” could change places ({values}); they were read as month/day/year.",
    ),
    "short-years": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} dates in “{column}” write the year with two digits ({values}); they were read as year/month/day after 1969.",
    ),
    "number-writing": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} numbers in “{column}” are written in an unusual way ({values}): check points, commas and signs.",
    ),
    "digits-lost": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} values of “{column}” were shortened when the file was saved ({values}); their last digits are lost.",
    ),
    "serial-dates": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} plain numbers in “{column}” were read as dates by Excel's count of days ({values}).",
    ),
    "leading-zeros": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” is kept as numbers ({values}); leading zeros may have been lost in the file already.",
    ),
    "formulas-without-values": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} formulas have no saved result; they count as missing. Open the file in Excel and save it, then read it again.",
    ),
    "times-dropped": QT_TRANSLATE_NOOP("Errors", "The time of day of {count} values in “{column}” was left out ({values})."),
    "rate-scale": QT_TRANSLATE_NOOP(
        "Errors",
        "“{column}” looks like a rate, but the sheet does not say whether it is a fraction or a percentage.",
    ),
    "labels-carried-down": QT_TRANSLATE_NOOP(
        "Errors",
        "Blank cells of “{column}” were filled with the label above them ({count} cells).",
    ),
    "rounded": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} values of “{column}” are written as approximate ({values}). Fusen uses the number they name.",
    ),
    "hidden-rows": QT_TRANSLATE_NOOP("Errors", "{count} hidden rows were read like the others."),
    "hidden-columns": QT_TRANSLATE_NOOP("Errors", "{count} hidden columns were read like the others ({columns})."),
    "formula-texts": QT_TRANSLATE_NOOP("Errors", "{count} texts look like formulas; they were read as text and nothing was run."),
    "merged-values": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} merged cells hold a figure for several rows; it counts for the first row only.",
    ),
    "masked-numbers": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} numbers are shown as a fixed text by their format; the numbers themselves were read.",
    ),
    "no-header": QT_TRANSLATE_NOOP("Errors", "No header row was found; the columns are called by their letters."),
    "total-mismatch": QT_TRANSLATE_NOOP("Errors", "The total {stated} is not the sum of its rows ({sum})."),
    "future-months": QT_TRANSLATE_NOOP(
        "Errors",
        "{count} figures after {as_of} are 0, −100 % or errors; they are not fixed yet and count as missing.",
    ),
    "rate-mismatch": QT_TRANSLATE_NOOP(
        "Errors",
        "“{name}” {month}: the stated achievement {stated} is not actual ÷ target ({computed}).",
    ),
    "united-column-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} lacks {count} columns of the tables it is put together with ({columns}); they are missing there.",
    ),
    "united-copy": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is a copy of “{original}”; its {rows} rows were left out of the tables put together so that they do not count twice.",
    ),
    "united-hidden": QT_TRANSLATE_NOOP("Errors", "{where} is hidden; its {rows} rows count in the tables put together like the others."),
    "year-unknown": QT_TRANSLATE_NOOP("Errors", "The sheet does not say the year of its months."),
    "notation-cell-data": QT_TRANSLATE_NOOP(
        "Errors",
        "One datum per cell: {count} cells hold several values ({cells}). They were read as text.",
    ),
    "notation-number-text": QT_TRANSLATE_NOOP(
        "Errors",
        "Numeric data without characters: {count} figures of “{column}” carry units or marks ({cells}). The numbers were read.",
    ),
    "notation-merged": QT_TRANSLATE_NOOP(
        "Errors",
        "No merged cells: {count} areas of the table are merged ({cells}). Their value was read for all the cells they cover.",
    ),
    "notation-spacing": QT_TRANSLATE_NOOP(
        "Errors",
        "No layout by spaces or line breaks: {count} cells are arranged with them ({cells}). They were left out of the values.",
    ),
    "notation-omitted": QT_TRANSLATE_NOOP(
        "Errors",
        "No omitted item names: {count} cells are blank because the same name stands before them ({cells}). The names were filled in.",
    ),
    "notation-formulas": QT_TRANSLATE_NOOP(
        "Errors",
        "Values instead of formulas: the sheet holds {count} formulas. The results that were saved with it were read.",
    ),
    "notation-unit": QT_TRANSLATE_NOOP("Errors", "State the unit: {count} columns of amounts have none ({columns})."),
    "notation-characters": QT_TRANSLATE_NOOP(
        "Errors",
        "No platform-dependent characters: {count} cells hold some ({characters}; {cells}). They were read as they stand.",
    ),
    "notation-divided": QT_TRANSLATE_NOOP(
        "Errors",
        "No divided data: blank rows or columns run through the table ({cells}). The parts were read as one table.",
    ),
    "notation-tables": QT_TRANSLATE_NOOP(
        "Errors",
        "One table per sheet: the sheet holds {count} tables ({ranges}). Each was read by itself.",
    ),
    "notation-totals": QT_TRANSLATE_NOOP(
        "Errors",
        "Totals apart from data: {count} rows of totals, recaps or notes stand among the data (rows {rows}). They were set apart.",
    ),
    "notation-signs": QT_TRANSLATE_NOOP(
        "Errors",
        "No signs in place of numbers: {count} cells of “{column}” hold signs ({signs}; {cells}). They count as missing, never as 0.",
    ),
    "sampled-layout": QT_TRANSLATE_NOOP("Errors", "The sheet is large; its layout was found from its first and last rows."),
    "no-join-keys": QT_TRANSLATE_NOOP(
        "Errors",
        "The leads and “{where}” have no column in common by which they could be matched. Nothing was changed. Choose the columns to compare.",
    ),
    "join-outdated": QT_TRANSLATE_NOOP(
        "Errors", "One of the lists was imported anew while “{where}” was being joined. Nothing was changed. Please join again."
    ),
    "bad-decision": QT_TRANSLATE_NOOP(
        "Errors", "“{value}” in {where} is no decision: write 1 for the same, 0 for not the same, or nothing. Nothing was changed."
    ),
    "bad-join-key": QT_TRANSLATE_NOOP(
        "Errors",
        "“{where}” does not say what to compare: write id, mail, company, person or phone with both columns, as in id=LEADCOLUMN=OUTCOMECOLUMN.",
    ),
    "unknown-reason": QT_TRANSLATE_NOOP("Errors", "“{where}” is no reason of a doubtful match. Nothing was changed. Known: {known}."),
    "join-with-itself": QT_TRANSLATE_NOOP("Errors", "“{where}” cannot be joined with itself. Nothing was changed. Choose the list of outcomes."),
    "mixed-column": QT_TRANSLATE_NOOP("Errors", "“{column}” mixes numbers and words; it was read as text ({values})."),
    "file-in-use": QT_TRANSLATE_NOOP(
        "Errors",
        "{where} is held open by another program. Nothing was changed; it will be possible as soon as that program lets go of it.",
    ),
    "other-layout": QT_TRANSLATE_NOOP("Errors", "{where} holds no table of the known layout. Nothing was changed."),
    "column-renamed": QT_TRANSLATE_NOOP("Errors", "The column “{was}” is now called “{column}”."),
    "column-came": QT_TRANSLATE_NOOP("Errors", "The column “{column}” is new."),
    "column-went": QT_TRANSLATE_NOOP("Errors", "The column “{column}” is no longer there."),
    "column-moved": QT_TRANSLATE_NOOP("Errors", "The column “{column}” moved from {was} to {now}."),
    "column-type-changed": QT_TRANSLATE_NOOP("Errors", "The values of “{column}” were read as {was} before and as {now} now."),
    "column-unit-changed": QT_TRANSLATE_NOOP("Errors", "The unit of “{column}” was {was} before and is {now} now."),
    "labelling-departments": QT_TRANSLATE_NOOP("Errors", "A blind labelling is for {least} to {most} departments. Choose them, then begin again."),
    "labelling-size": QT_TRANSLATE_NOOP(
        "Errors", "A blind labelling takes {least} to {most} leads; here there are {given}. Nothing was begun."),
    "labelling-closed": QT_TRANSLATE_NOOP(
        "Errors", "The result of “{where}” is open, so nothing can be answered any more. For another try begin a new blind labelling."),
    "labelling-not-asked": QT_TRANSLATE_NOOP(
        "Errors", "“{where}” does not ask your department. Change the department you speak for at the top of the window."),
    "labelling-sheet": QT_TRANSLATE_NOOP("Errors", "{where} belongs to no lead of “{name}”. Nothing was taken in."),
    "unknown-labelling": QT_TRANSLATE_NOOP("Errors", "There is no blind labelling “{where}”. Known are: {known}."),
    "timer-minutes": QT_TRANSLATE_NOOP("Errors", "A timer takes more than 0 and at most {most} minutes, not {where}. Nothing was started."),
    "round-votes": QT_TRANSLATE_NOOP("Errors", "Each has {least} to {most} votes, not {where}. Nothing was begun."),
    "round-closed": QT_TRANSLATE_NOOP("Errors", "The result of this vote is open already. Nothing was changed. Begin another vote to vote again."),
    "votes-used": QT_TRANSLATE_NOOP("Errors", "All {votes} votes are given. Take one back to give it to another note."),
    "empty-decision": QT_TRANSLATE_NOOP("Errors", "Nothing is written yet. Write what was decided, then add it."),
    "pass-open": QT_TRANSLATE_NOOP(
        "Errors", "Private writing is still going on, so what would be agreed cannot be seen by all. Nothing was changed. Reveal it first."),
    "labelling-answer": QT_TRANSLATE_NOOP("Errors", "“{where}” is no answer. Known are: {known}."),
}


def explain(error: FusenError, *, to: str | None = None) -> str:
    """One clear message for an error, in the language in use or ``to``."""
    return sentence(error.code, where=error.where, to=to, **error.parameters)


def sentence(code: str, *, where: str = "", to: str | None = None, **parameters: Any) -> str:
    """The sentence for a code, with the place and the parameters put in."""
    source = SENTENCES.get(code, SENTENCES["unexpected"])
    return translate("Errors", source, to=to).format_map(_Lenient(_shown(parameters), where=where, code=code))


def _shown(parameters: dict[str, Any]) -> dict[str, Any]:
    """Lists as people write them; everything else as it is."""
    return {name: ", ".join(map(str, v)) if isinstance(v, (list, tuple)) else v for name, v in parameters.items()}


class _Lenient(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
