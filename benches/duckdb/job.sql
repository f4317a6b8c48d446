-- The whole job in SQL: from the collated returns to the ten indicators, by the published definitions
-- (their sections in brackets) at the default policies and on the rolling basis.
-- It takes a clean collated set: every LA, YEAR, CHILD and code is there, trimmed and in capitals, and
-- dates are ISO; nothing is validated, reported or flagged. Variables given: folder, authorities, as_at.

-- Nothing is kept, so no checkpoint is worth its time.
SET checkpoint_threshold = '1TB';

-- [2] The window, and the days counted back from as_at.
CREATE MACRO back(months) AS (getvariable('as_at') + 1 - to_months(months))::DATE - 1;
SET VARIABLE window_start = back(12) + 1;
SET VARIABLE current_year = year(getvariable('as_at')) + (month(getvariable('as_at')) > 3)::INTEGER;
-- The exams of the latest 31 March on or before as_at.
SET VARIABLE exam_year = year(getvariable('as_at')) - (month(getvariable('as_at')) < 3)::INTEGER;
SET VARIABLE cohort_day = make_date(getvariable('exam_year'), 3, 31);
-- An end that is not known, or lies after as_at.
CREATE MACRO still_open() AS DATE '9999-12-31';

-- The year in which the return ends that a day falls in.
CREATE MACRO return_year(day) AS year(day) + (month(day) > 3)::INTEGER;
-- Someone born on 29 February has the birthday on 1 March in other years.
CREATE MACRO birthday(born, age) AS
    (born + to_years(age))::DATE + (day(born) - day(born + to_years(age)))::INTEGER;
-- Of several rows the latest return's wins, then the last line's.
CREATE MACRO recency(return_year, line) AS return_year::BIGINT << 40 | line;

-- The files, the columns needed, as text; a table's rowid is the line's place in its file.
CREATE MACRO returns(name) AS TABLE
    FROM read_csv(getvariable('folder') || '/' || name || '.csv', all_varchar = true,
                  header = true, delim = ',', quote = '"', escape = '"');

CREATE TEMP TABLE episode_rows AS
SELECT LA AS la, YEAR::SMALLINT AS year, CHILD AS child, TRY_CAST(DECOM AS DATE) AS decom, RNE AS rne, LS AS ls,
       PLACE AS place, PLACE_PROVIDER AS provider, URN AS urn, replace(PL_POST, ' ', '') AS post,
       TRY_CAST("DEC" AS DATE) AS "dec", REC AS rec
FROM returns('episodes');

CREATE TEMP TABLE header AS
SELECT LA AS la, YEAR::SMALLINT AS year, CHILD AS child, TRY_CAST(DOB AS DATE) AS dob FROM returns('header');

CREATE TEMP TABLE review AS
SELECT LA AS la, YEAR::SMALLINT AS year, CHILD AS child, DOB AS dob, TRY_CAST(REVIEW AS DATE) AS held FROM returns('reviews');

CREATE TEMP TABLE oc2 AS
SELECT LA AS la, YEAR::SMALLINT AS year, CHILD AS child, DOB AS dob, TRY_CAST(SDQ_SCORE AS UTINYINT) AS score FROM returns('oc2');

CREATE TEMP TABLE oc3 AS
SELECT LA AS la, YEAR::SMALLINT AS year, CHILD AS child, DOB AS dob, IN_TOUCH AS in_touch, ACTIV AS activ, ACCOM AS accom
FROM returns('oc3');

CREATE TEMP TABLE ad1 AS
SELECT LA AS la, YEAR::SMALLINT AS year, CHILD AS child, DOB AS dob, TRY_CAST(DATE_INT AS DATE) AS decided FROM returns('ad1');

CREATE TEMP TABLE attainment AS
SELECT LA AS la, YEAR::SMALLINT AS year, CHILD AS child, KS2_ENGLEV AS english, KS2_MATLEV AS maths, KS4_LEVEL2_EM AS gcses
FROM returns('attainment')
WHERE ACADYR::SMALLINT = getvariable('exam_year');

-- [2] Which returns are loaded, and cover: the 1 April that begins the unbroken run of them.
CREATE TEMP TABLE loaded AS SELECT DISTINCT la, year FROM episode_rows;
CREATE TEMP TABLE cover AS
WITH complete AS (SELECT la, year FROM loaded SEMI JOIN review USING (la, year) WHERE year <= getvariable('current_year')),
     run AS (SELECT *, year + row_number() OVER (PARTITION BY la ORDER BY year DESC) AS unbroken FROM complete)
SELECT la, make_date(min(year) - 1, 4, 1) AS cover
FROM run
WHERE unbroken = getvariable('current_year') + 1
GROUP BY la;

-- The authorities there on as_at that have a current return.
CREATE TEMP TABLE place AS
SELECT la_name AS la, old_la_code AS la_code, region_code, region_name
FROM read_csv(getvariable('authorities'), all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')
SEMI JOIN (FROM loaded WHERE year = getvariable('current_year')) current ON current.la = la_name
WHERE (valid_from IS NULL OR valid_from::DATE <= getvariable('as_at'))
  AND (valid_to IS NULL OR valid_to::DATE >= getvariable('as_at'));

-- [3.1, 3.2] Clean episodes: one row for a child and DECOM, an end where one is missing, no short breaks.
CREATE TEMP TABLE episode AS
WITH best AS (
    -- b: the latest return, then nights before none, closed before open, the later DEC, the later line.
    SELECT min(year) AS first_year,
           max(((year::BIGINT << 1 | (decom IS DISTINCT FROM "dec")::BIGINT) << 20
                | coalesce("dec" - DATE '1800-01-01', 0)) << 28 | rowid) & ((1 << 28) - 1) AS line
    FROM episode_rows
    GROUP BY la, child, decom
),
known AS (
    -- c and d.
    SELECT la, child, year, decom, "dec", rne, place, rec, ls IN ('V3', 'V4') AS short_break, line, first_year
    FROM episode_rows JOIN best ON episode_rows.rowid = best.line SEMI JOIN place USING (la)
    WHERE decom IS DISTINCT FROM "dec" AND decom <= getvariable('as_at')
),
next AS (
    -- The row after an open one that is not the child's last: rare, so a join is cheaper than a window over all.
    SELECT opened.line, min(later.decom) AS decom, arg_min(later.rne, later.decom) AS rne,
           arg_min(later.first_year, later.decom) AS first_year
    FROM (FROM known WHERE "dec" IS NULL) opened JOIN known later
        ON (later.la, later.child) = (opened.la, opened.child) AND later.decom > opened.decom
    GROUP BY opened.line
),
followed AS (
    SELECT known.*, make_date(year, 3, 31) AS return_ends,
           next.decom - (next.rne = 'S')::INTEGER AS at_next, next.first_year AS next_first_year
    FROM known LEFT JOIN next USING (line)
),
ended AS (
    -- e and f.
    SELECT *,
           CASE
               WHEN "dec" IS NOT NULL THEN "dec"
               WHEN at_next > return_ends AND next_first_year > year + 1 THEN return_ends
               WHEN at_next IS NOT NULL THEN at_next
               WHEN year < getvariable('current_year') THEN return_ends
               ELSE still_open()
           END AS ends
    FROM followed
)
SELECT la, child, line, decom, rne, place,
       if(ends > getvariable('as_at'), still_open(), ends) AS ends,
       if("dec" <= getvariable('as_at'), rec, NULL) AS rec,
       -- [3.6] Neither a temporary stay nor missing.
       place NOT IN ('T0', 'T1', 'T2', 'T3', 'T4', 'M1', 'M2', 'M3') AS ordinary,
       place IN ('A1', 'A2', 'A3', 'A4', 'A5', 'A6') AS adoptive
FROM ended
WHERE ends > decom AND NOT short_break;

-- [3.4, 3.6] Each episode with the first days of its period of care and of its placement.
CREATE TEMP TABLE history AS
WITH so_far AS (
    SELECT *, max(ends) OVER earlier < decom IS NOT FALSE AS begins
    FROM episode
    WINDOW earlier AS (PARTITION BY la, child ORDER BY decom ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
in_periods AS (
    SELECT *,
           last_value(if(begins, decom, NULL) IGNORE NULLS) OVER up_to_here AS period,
           lag(NOT ordinary) OVER child_rows AS after_temporary,
           last_value(if(ordinary, line, NULL) IGNORE NULLS) OVER earlier AS last_ordinary
    FROM so_far
    WINDOW child_rows AS (PARTITION BY la, child ORDER BY decom),
           up_to_here AS (child_rows ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),
           earlier AS (child_rows ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
continuing AS (
    -- A carer who adopts; or, after a temporary stay, the same place, and nothing that both rows give says otherwise.
    SELECT line
    FROM (FROM in_periods WHERE ordinary AND (after_temporary OR place IN ('A3', 'A5'))) returned
    JOIN episode_rows here ON here.rowid = line
    JOIN episode_rows last ON last.rowid = last_ordinary
    WHERE last.decom >= period
      AND (here.place IN ('A3', 'A5') AND last.place IN ('Q1', 'Q2', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')
           OR after_temporary AND here.place = last.place
              AND (here.provider <> last.provider OR here.urn <> last.urn OR here.post <> last.post) IS NOT TRUE)
),
opened AS (
    SELECT la, child, decom, ends, rne, rec, ordinary, adoptive, period,
           begins OR ordinary AND rne IN ('S', 'P', 'B') AND line NOT IN (FROM continuing) AS opens
    FROM in_periods
)
SELECT * EXCLUDE opens,
       last_value(if(opens, decom, NULL) IGNORE NULLS)
           OVER (PARTITION BY la, child ORDER BY decom ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS placement
FROM opened;

CREATE TEMP TABLE placement AS
SELECT la, child, period, placement, max(ends) AS ends,
       arg_max(adoptive, decom) FILTER (ordinary) AS adoptive,
       min(decom) FILTER (adoptive) AS adoptive_from
FROM history
GROUP BY la, child, period, placement;

CREATE TEMP TABLE care AS
SELECT la, child, period, max(ends) AS ends, arg_min(rne, decom) <> 'S' AS start_truncated
FROM history
GROUP BY la, child, period;

-- [2] Dates of birth: the Header's; for a child in no Header, the child's own rows'.
CREATE TEMP TABLE birth AS
WITH in_header AS (
    SELECT la, child, arg_max(dob, recency(year, rowid)) AS dob FROM header WHERE dob IS NOT NULL GROUP BY la, child
),
lacking AS (
    SELECT la, child FROM episode UNION SELECT la, child FROM oc3 SEMI JOIN place USING (la)
    EXCEPT SELECT la, child FROM in_header
),
elsewhere AS (
    SELECT la, child, dob, recency(year, rowid) AS recency, 4 AS rank FROM oc3
    UNION ALL SELECT la, child, dob, recency(year, rowid), 3 FROM oc2
    UNION ALL SELECT la, child, dob, recency(year, rowid), 2 FROM ad1
    UNION ALL SELECT la, child, dob, recency(year, rowid), 1 FROM review
)
FROM in_header SEMI JOIN place USING (la)
UNION ALL
SELECT la, child, arg_max(TRY_CAST(dob AS DATE), (rank, recency))
FROM elsewhere SEMI JOIN lacking USING (la, child)
WHERE dob IS NOT NULL
GROUP BY la, child;

-- [3.3] Children looked after at as_at, in their current period of care.
CREATE TEMP TABLE in_care AS
SELECT la, child, period, start_truncated, date_sub('year', dob, getvariable('as_at')) AS age
FROM care LEFT JOIN birth USING (la, child)
WHERE care.ends > getvariable('as_at');

CREATE TEMP TABLE outcome (
    la VARCHAR, indicator SMALLINT, child VARCHAR, in_denominator BOOLEAN, in_numerator BOOLEAN, score UTINYINT, reason VARCHAR
);

-- NI 58: mean score of those looked after for twelve months.
INSERT INTO outcome
WITH latest AS (
    SELECT la, child, arg_max({'score': score}, recency(year, rowid)).score AS score
    FROM oc2
    WHERE year <= getvariable('current_year')
    GROUP BY la, child
)
SELECT la, 58, child, coalesce(score <= 40 AND age IS NOT NULL, false) AS counted, counted, if(counted, score, NULL),
       CASE WHEN age IS NULL THEN 'dob_unknown' WHEN NOT counted THEN 'no_score' END
FROM in_care LEFT JOIN latest USING (la, child)
WHERE period <= back(12) + 1 AND (age BETWEEN 5 AND 16 OR age IS NULL);

-- NI 61: adopted in the window, and placed within twelve months of the decision.
INSERT INTO outcome
WITH adopted AS (
    SELECT la, child, arg_max(placement, (ends, decom)) AS placement
    FROM history
    WHERE rec IN ('E11', 'E12') AND ends BETWEEN getvariable('window_start') AND getvariable('as_at')
    GROUP BY la, child
),
decision AS (
    SELECT la, child, max(decided) AS decided FROM ad1 WHERE decided <= getvariable('as_at') GROUP BY la, child
)
SELECT la, 61, child, true, failed IS NULL, NULL, failed
FROM (
    SELECT la, child,
           CASE
               WHEN decided IS NULL THEN 'no_decision_date'
               WHEN adoptive IS NOT TRUE THEN 'not_in_adoptive_placement'
               WHEN adoptive_from > decided + INTERVAL 12 MONTHS THEN 'placed_after_twelve_months'
           END AS failed
    FROM adopted JOIN placement USING (la, child, placement) LEFT JOIN decision USING (la, child)
);

-- NI 62: three or more placements in the window.
INSERT INTO outcome
SELECT la, 62, child, true, count(*) >= 3 AS many, NULL, if(many, NULL, 'fewer_than_three_placements')
FROM placement SEMI JOIN in_care USING (la, child)
WHERE ends > getvariable('window_start')
GROUP BY la, child;

-- NI 63: two years in the current placement, or in an adoptive one and that before it.
INSERT INTO outcome
WITH in_order AS (
    SELECT la, child, placement, ends, adoptive, age,
           lag(placement) OVER (PARTITION BY la, child ORDER BY placement) AS before
    FROM placement JOIN in_care USING (la, child, period)
    WHERE period <= back(30) AND (age < 16 OR age IS NULL)
),
current AS (
    SELECT la, child, any_value(age) AS age,
           arg_max(placement <= back(24) OR coalesce(adoptive AND before <= back(24), false), placement) AS long
    FROM in_order
    WHERE ends > getvariable('as_at')
    GROUP BY la, child
)
SELECT la, 63, child, age IS NOT NULL, age IS NOT NULL AND long, NULL,
       CASE WHEN age IS NULL THEN 'dob_unknown' WHEN NOT long THEN 'placement_shorter_than_two_years' END
FROM current;

-- NI 66: every review held or due in the window on time, by the chain from the period's start, or from a
-- review assumed where that start cannot be seen.
INSERT INTO outcome
WITH held AS (
    SELECT DISTINCT la, child, period, start_truncated, cover, held
    FROM review JOIN in_care USING (la, child) JOIN cover USING (la)
    WHERE held BETWEEN period AND getvariable('as_at')
),
chained AS (
    SELECT la, child, held, period,
           -- The day of the assumed review, if any.
           CASE
               WHEN start_truncated OR period < cover
                    AND (min(held) FILTER (held >= cover) OVER whole <= period + 28) IS NOT TRUE
               THEN greatest(period, cover) - 1
           END AS assumed,
           row_number() OVER in_order AS number,
           lag(held) OVER in_order AS before
    FROM held
    WINDOW in_order AS (PARTITION BY la, child ORDER BY held),
           whole AS (in_order ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
),
timed AS (
    SELECT la, child, held, number,
           CASE
               WHEN assumed IS NOT NULL THEN greatest(before, assumed) + 183
               WHEN number = 1 THEN period + 28
               WHEN number = 2 THEN before + 91
               ELSE before + 183
           END AS due,
           assumed IS NULL AND number = 1 AS next_is_second
    FROM chained
    WHERE assumed IS NULL OR held > assumed
),
events AS (
    SELECT la, child, max(held) + if(bool_and(next_is_second), 91, 183) AS next_due,
           coalesce(bool_or(held >= getvariable('window_start')), false) AS any_held,
           coalesce(bool_or(held >= getvariable('window_start') AND held > due), false) AS any_late
    FROM timed
    GROUP BY la, child
),
answered AS (
    SELECT la, child, coalesce(any_held, false) AS any_held, coalesce(any_late, false) AS any_late,
           -- Where no review counts, the next is due from the period's start or from the assumed review.
           coalesce(next_due, if(start_truncated OR period < cover, greatest(period, cover) - 1 + 183, period + 28))
               <= getvariable('as_at') AS any_missing
    FROM in_care JOIN cover USING (la) LEFT JOIN events USING (la, child)
)
SELECT la, 66, child, any_held OR any_missing AS counted, counted AND NOT any_late AND NOT any_missing AS met, NULL,
       CASE WHEN NOT counted THEN 'no_review_due' WHEN NOT met THEN 'review_late' END
FROM answered;

-- NI 99, 100 and 101: the results of children looked after for twelve months on the cohort day.
INSERT INTO outcome
WITH pupil AS (
    SELECT la, child, date_sub('year', dob, make_date(getvariable('exam_year') - 1, 8, 31)) AS age
    FROM care LEFT JOIN birth USING (la, child)
    WHERE period <= (getvariable('cohort_day') + 1 - INTERVAL 12 MONTHS)::DATE AND ends > getvariable('cohort_day')
),
exams AS (
    SELECT la, child, arg_max(english, recency(year, rowid)) AS english, arg_max(maths, recency(year, rowid)) AS maths,
           arg_max(gcses, recency(year, rowid)) AS gcses
    FROM attainment
    GROUP BY la, child
),
sat AS (
    SELECT la, child, age, indicator,
           CASE indicator WHEN 99 THEN english WHEN 100 THEN maths ELSE gcses END AS result,
           if(indicator = 101, result = '1', left(result, 1) BETWEEN '4' AND '9') AS achieved
    FROM pupil
    JOIN (VALUES (99, 10), (100, 10), (101, 15)) asked (indicator, aged) ON age IS NULL OR age = aged
    LEFT JOIN exams USING (la, child)
)
SELECT la, indicator, child,
       -- matched_only_years: 2010, for Key Stage 2.
       age IS NOT NULL AND (result IS NOT NULL OR indicator = 101 OR getvariable('exam_year') <> 2010) AS counted,
       counted AND coalesce(achieved, false), NULL,
       CASE WHEN age IS NULL THEN 'dob_unknown' WHEN result IS NULL THEN 'not_matched' WHEN NOT achieved THEN 'not_achieved' END
FROM sat;

-- NI 147 and 148: those who turned 19 in the window and were looked after on 1 April in their 17th year.
INSERT INTO outcome
WITH leaver AS (
    SELECT la, child, birthday(dob, 16) AS sixteen, return_year(birthday(dob, 19)) AS year,
           make_date(year(sixteen) + (sixteen >= make_date(year(sixteen), 4, 1))::INTEGER, 4, 1) AS cohort_day,
           return_year(cohort_day) AS cohort_year
    FROM birth
    WHERE birthday(dob, 19) BETWEEN getvariable('window_start') AND getvariable('as_at')
),
answer AS (
    SELECT la, child, year, arg_max({'in_touch': in_touch, 'accom': accom, 'activ': activ}, rowid) AS told
    FROM oc3 SEMI JOIN place USING (la)
    GROUP BY la, child, year
),
last_known AS (
    SELECT la, child, arg_max({'rec': rec}, decom).rec AS rec FROM history SEMI JOIN leaver USING (la, child) GROUP BY la, child
),
looked_after AS (
    SELECT la, child FROM leaver JOIN care USING (la, child) WHERE cohort_day >= period AND cohort_day < ends
),
followed AS (
    SELECT leaver.la, leaver.child, told,
           CASE
               WHEN loaded.year IS NULL THEN NULL -- assumed to be the cohort
               WHEN looked_after.child IS NULL THEN 'not_in_cohort'
               WHEN told IS NULL AND rec IN ('E2', 'E3') THEN 'left_the_cohort'
           END AS left_out
    FROM leaver
    LEFT JOIN answer USING (la, child, year)
    LEFT JOIN loaded ON (loaded.la, loaded.year) = (leaver.la, leaver.cohort_year)
    LEFT JOIN looked_after ON (looked_after.la, looked_after.child) = (leaver.la, leaver.child)
    LEFT JOIN last_known ON (last_known.la, last_known.child) = (leaver.la, leaver.child)
    -- Without an OC3 row only someone known to have been looked after on the cohort day counts.
    WHERE told IS NOT NULL OR loaded.year IS NOT NULL AND looked_after.child IS NOT NULL
    UNION ALL
    SELECT la, child, told, 'dob_unknown'
    FROM answer ANTI JOIN birth USING (la, child)
    WHERE year = getvariable('current_year')
),
asked AS (
    SELECT la, indicator, child,
           CASE
               WHEN left_out IS NOT NULL THEN left_out
               WHEN told IS NULL THEN 'no_oc3_row'
               WHEN told.in_touch IN ('DIED', 'RHOM') THEN lower(told.in_touch)
               WHEN told.in_touch IS DISTINCT FROM 'YES' THEN 'not_in_touch'
               WHEN indicator = 147 AND (told.accom LIKE '%1') IS NOT TRUE THEN 'not_suitable'
               WHEN indicator = 148 AND regexp_full_match(told.activ, '[FP][1-5]') IS NOT TRUE THEN 'not_in_eet'
           END AS reason
    FROM followed, (VALUES (147), (148)) asked (indicator)
)
SELECT la, indicator, child,
       reason IS NULL OR reason NOT IN ('dob_unknown', 'not_in_cohort', 'left_the_cohort', 'died', 'rhom'),
       reason IS NULL, NULL, reason
FROM asked;

-- [1, 5] Figures of England, the regions and the authorities: sums, never means of percentages.
CREATE TEMP TABLE figure AS
WITH summed AS (
    SELECT la, indicator, count_if(in_denominator) AS denominator, sum(if(in_numerator, coalesce(score, 1), 0)) AS numerator
    FROM outcome
    GROUP BY la, indicator
),
counted AS (
    SELECT CASE grouping(region_code, la) WHEN 3 THEN 'National' WHEN 1 THEN 'Regional' ELSE 'Local authority' END AS level,
           CASE level
               WHEN 'National' THEN 'E92000001'
               WHEN 'Regional' THEN region_code
               ELSE any_value(la_code)
           END AS code,
           CASE level WHEN 'National' THEN 'England' WHEN 'Regional' THEN any_value(region_name) ELSE la END AS name,
           indicator, coalesce(sum(numerator), 0)::BIGINT AS numerator, coalesce(sum(denominator), 0)::BIGINT AS denominator
    FROM place
    CROSS JOIN (VALUES (58), (61), (62), (63), (66), (99), (100), (101), (147), (148)) asked (indicator)
    LEFT JOIN summed USING (la, indicator)
    GROUP BY GROUPING SETS ((indicator), (indicator, region_code), (indicator, region_code, la))
)
SELECT *,
       -- Rounded once, half up, from the integers.
       CASE WHEN denominator > 0
            THEN (20 * if(indicator = 58, 1, 100) * numerator + denominator) // (2 * denominator) / 10 END AS value
FROM counted;
