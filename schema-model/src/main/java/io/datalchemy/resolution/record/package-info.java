/** Which columns of a record follow which others, so that all of them agree? */
package io.datalchemy.resolution.record;
