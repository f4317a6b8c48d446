-- Merely reads the columns that the job needs, as text: the floor under any way of doing it.
-- The dialect is given, so no time goes on guessing it.
CREATE MACRO returns(name) AS TABLE
    FROM read_csv(getvariable('folder') || '/' || name || '.csv', all_varchar = true,
                  header = true, delim = ',', quote = '"', escape = '"');

SELECT count(LA), count(YEAR), count(CHILD), count(DECOM), count(RNE), count(LS), count(PLACE),
       count(PLACE_PROVIDER), count(DEC), count(REC), count(PL_POST), count(URN)
FROM returns('episodes');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB)
FROM returns('header');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(REVIEW)
FROM returns('reviews');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(SDQ_SCORE)
FROM returns('oc2');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(IN_TOUCH), count(ACTIV), count(ACCOM)
FROM returns('oc3');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(DATE_INT)
FROM returns('ad1');

SELECT count(LA), count(YEAR), count(CHILD), count(ACADYR), count(KS2_ENGLEV), count(KS2_MATLEV), count(KS4_LEVEL2_EM)
FROM returns('attainment');
