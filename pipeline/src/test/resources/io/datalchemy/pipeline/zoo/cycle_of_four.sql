-- Two circles that share a table, one closed by a nullable key and one by a deferrable one.
CREATE TABLE club (id integer PRIMARY KEY, captain_id integer NOT NULL, ground_id integer);
CREATE TABLE team (id integer PRIMARY KEY, club_id integer NOT NULL REFERENCES club);
CREATE TABLE player (
  id integer PRIMARY KEY,
  team_id integer NOT NULL REFERENCES team,
  mentor_id integer REFERENCES player,
  agent_id integer NOT NULL);
CREATE TABLE agent (id integer PRIMARY KEY, first_player_id integer REFERENCES player);
CREATE TABLE ground (id integer PRIMARY KEY, owner_id integer NOT NULL REFERENCES club);
ALTER TABLE club ADD FOREIGN KEY (captain_id) REFERENCES player DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE club ADD FOREIGN KEY (ground_id) REFERENCES ground;
ALTER TABLE player ADD FOREIGN KEY (agent_id) REFERENCES agent;
