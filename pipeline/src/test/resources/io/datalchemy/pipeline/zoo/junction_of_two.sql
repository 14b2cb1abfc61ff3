CREATE TABLE student (id integer PRIMARY KEY);
CREATE TABLE course (id integer PRIMARY KEY);
CREATE TABLE enrolment (
  student_id integer REFERENCES student,
  course_id integer REFERENCES course,
  grade numeric(3,1) CHECK (grade BETWEEN 0 AND 10),
  PRIMARY KEY (student_id, course_id));
