-- Merely reads the columns that the job needs, as text: the floor under any way of doing it.
-- The dialect is given, so no time goes on guessing it.
SELECT count(LA), count(YEAR), count(CHILD), count(DECOM), count(RNE), count(LS), count(PLACE),
       count(PLACE_PROVIDER), count(DEC), count(REC), count(PL_POST), count(URN)
FROM read_csv(getvariable('folder') || '/episodes.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB)
FROM read_csv(getvariable('folder') || '/header.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(REVIEW)
FROM read_csv(getvariable('folder') || '/reviews.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(SDQ_SCORE)
FROM read_csv(getvariable('folder') || '/oc2.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(IN_TOUCH), count(ACTIV), count(ACCOM)
FROM read_csv(getvariable('folder') || '/oc3.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

SELECT count(LA), count(YEAR), count(CHILD), count(DOB), count(DATE_INT)
FROM read_csv(getvariable('folder') || '/ad1.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');

SELECT count(LA), count(YEAR), count(CHILD), count(ACADYR), count(KS2_ENGLEV), count(KS2_MATLEV), count(KS4_LEVEL2_EM)
FROM read_csv(getvariable('folder') || '/attainment.csv', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"');
