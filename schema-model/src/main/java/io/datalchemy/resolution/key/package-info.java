/** Which rows are parents of which, and how many can there be before a key repeats? */
package io.datalchemy.resolution.key;
