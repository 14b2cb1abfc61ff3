CREATE TABLE department (id integer PRIMARY KEY, head_id integer);
CREATE TABLE worker (id integer PRIMARY KEY, department_id integer NOT NULL REFERENCES department);
ALTER TABLE department ADD FOREIGN KEY (head_id) REFERENCES worker;
