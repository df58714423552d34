-- One row per organisation and UK financial year (1 April to 31 March) in which deadlines of its promises fall due.
-- Each due date counts: a promise with four dates has four. q1 (April to June) to q4 add up to deadlines; provisional,
-- ongoing and recurring count those of them that are said to be so. Deadlines without a due date are in none;
-- financial_year is null for days outside the calendar.
select
  a.organisation,
  c.financial_year,
  count(*) as deadlines,
  count(distinct a.record_id) as promises,
  count(case when c.financial_quarter = 1 then 1 end) as q1,
  count(case when c.financial_quarter = 2 then 1 end) as q2,
  count(case when c.financial_quarter = 3 then 1 end) as q3,
  count(case when c.financial_quarter = 4 then 1 end) as q4,
  count(case when t.provisional then 1 end) as provisional,
  count(case when t.ongoing then 1 end) as ongoing,
  count(case when t.recurrence is not null then 1 end) as recurring
from planledger.actions_due a
join planledger.deadlines t on t.document_id = a.document_id and t.record_id = a.record_id
left join planledger.calendar c on c.day = t.due_date
where t.due_date is not null
group by a.organisation, c.financial_year
