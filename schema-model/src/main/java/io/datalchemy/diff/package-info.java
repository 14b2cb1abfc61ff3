/** What changed between two schema.json files? Told in words that a database's owner uses. */
package io.datalchemy.diff;
