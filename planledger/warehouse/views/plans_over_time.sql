-- One row per promise of a plan and of the plan before it: was it carried over, and what became of its deadline.
-- A plan follows another of the same organisation (by its code, or else its name) and title, numbers and marks aside,
-- that begins before it does and ends at most 183 days before it begins; of several the nearest.
-- change: carried_over where the texts are the same, capitals and marks aside, vanished, or new. Of several promises with
-- one text the first by ref and place goes with the first. (planledger diff also finds promises that were reworded.)
-- deadline, of those carried over: by their latest due days. A time within the one stated before is more_exact, one that
-- holds it less_exact, whatever lies outside slipped or brought_forward; extended or shortened where it is ongoing or
-- comes round. days_later counts from last day to last day.
with plans as (
  select
    document_id,
    organisation,
    title,
    period_start,
    period_end,
    coalesce(organisation_code, lower(organisation)) as whose,
    trim(regexp_replace(lower(coalesce(title, source_name)), '[ 0-9./,:;()_–—-]+', ' ', 'g')) as subject
  from planledger.documents
  where organisation is not null and period_start is not null and period_end is not null
),
pairs as (
  select
    e.document_id as earlier_id,
    l.document_id as later_id,
    l.organisation,
    e.title as earlier_plan,
    l.title as later_plan,
    l.period_start,
    row_number() over (partition by l.document_id order by e.period_start desc, e.document_id) as nearest_before,
    row_number() over (partition by e.document_id order by l.period_start, l.document_id) as nearest_after
  from plans l
  join plans e
    on e.whose = l.whose
    and e.subject = l.subject
    and e.period_start < l.period_start
    and l.period_start <= e.period_end + interval '183 days'
),
lasting as (
  select
    d.document_id,
    d.record_id,
    min(
      case
        when d.precision in ('year', 'financial_year') then 12
        when d.precision in ('quarter', 'season') then 3
        when d.precision = 'month' then 1
        else 0
      end
    ) as months
  from planledger.deadlines d
  join (
    select document_id, record_id, max(due_date) as due_date
    from planledger.deadlines
    group by document_id, record_id
  ) m on m.document_id = d.document_id and m.record_id = d.record_id and m.due_date = d.due_date
  group by d.document_id, d.record_id
),
named as (
  select document_id, record_id, string_agg(owner, ', ' order by owner) as owners
  from (
    select distinct document_id, record_id, coalesce(expanded, name) as owner
    from planledger.owners
  ) o
  group by document_id, record_id
),
worded as (
  select
    a.document_id,
    a.record_id,
    a.ref,
    a.page,
    a.place,
    a.action,
    a.latest_due as due,
    a.ongoing or a.recurring as goes_on,
    n.owners,
    trim(regexp_replace(lower(a.action), '[ .,:;()''"–—-]+', ' ', 'g')) as wording,
    case
      when coalesce(t.months, 0) = 0 then a.latest_due
      else cast(date_trunc('month', a.latest_due) - (t.months - 1) * interval '1 month' as date)
    end as due_from
  from planledger.actions_due a
  left join lasting t on t.document_id = a.document_id and t.record_id = a.record_id
  left join named n on n.document_id = a.document_id and n.record_id = a.record_id
),
promises as (
  select
    w.*,
    row_number() over (
      partition by document_id, wording order by case when ref is null then 1 else 0 end, ref, place
    ) as nth
  from worded w
),
earlier as (
  select p.earlier_id, p.later_id, e.*
  from pairs p
  join promises e on e.document_id = p.earlier_id
  where p.nearest_before = 1 and p.nearest_after = 1
),
later as (
  select p.earlier_id, p.later_id, l.*
  from pairs p
  join promises l on l.document_id = p.later_id
  where p.nearest_before = 1 and p.nearest_after = 1
),
matched as (
  select
    coalesce(e.earlier_id, l.earlier_id) as earlier_document_id,
    coalesce(e.later_id, l.later_id) as later_document_id,
    case when e.record_id is null then 'new' when l.record_id is null then 'vanished' else 'carried_over' end as change,
    coalesce(l.action, e.action) as action,
    e.record_id as earlier_record_id,
    l.record_id as later_record_id,
    e.ref as earlier_ref,
    l.ref as later_ref,
    e.page as earlier_page,
    l.page as later_page,
    e.owners as earlier_owners,
    l.owners as later_owners,
    e.due as earlier_due,
    l.due as later_due,
    case
      when e.record_id is null or l.record_id is null then null
      when e.due is null and l.due is null then 'same'
      when e.due is null then 'dated'
      when l.due is null then 'undated'
      when l.due = e.due and l.due_from = e.due_from then 'same'
      when l.due <= e.due and l.due_from >= e.due_from then 'more_exact'
      when l.due >= e.due and l.due_from <= e.due_from then 'less_exact'
      when l.due > e.due and e.goes_on and l.goes_on then 'extended'
      when e.goes_on and l.goes_on then 'shortened'
      when l.due > e.due then 'slipped'
      else 'brought_forward'
    end as deadline,
    l.due - e.due as days_later
  from earlier e
  full join later l on l.earlier_id = e.earlier_id and l.later_id = e.later_id and l.wording = e.wording and l.nth = e.nth
)
select
  p.organisation,
  p.earlier_plan,
  p.later_plan,
  p.period_start as later_period_start,
  m.*,
  case
    when m.change = 'carried_over' then coalesce(lower(m.earlier_owners), '') <> coalesce(lower(m.later_owners), '')
  end as owners_changed
from matched m
join pairs p on p.earlier_id = m.earlier_document_id and p.later_id = m.later_document_id
