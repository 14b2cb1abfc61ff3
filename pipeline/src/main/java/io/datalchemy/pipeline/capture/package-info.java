/** Which keys do the rows that stay have? Read in partitions of one snapshot, with JdbcIO. */
package io.datalchemy.pipeline.capture;
