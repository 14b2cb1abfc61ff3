/** Which conditions must every row of a table meet, and what do they leave to its values? */
package io.datalchemy.resolution.condition;
