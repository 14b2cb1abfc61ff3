CREATE TABLE student (id integer PRIMARY KEY);
CREATE TABLE course (id integer PRIMARY KEY);
CREATE TABLE term (id integer PRIMARY KEY);
CREATE TABLE enrolment (
  student_id integer REFERENCES student,
  course_id integer REFERENCES course,
  term_id integer REFERENCES term,
  PRIMARY KEY (student_id, course_id, term_id));
