/** What was decided? Every column, key and constraint of a run, complete before its first row. */
package io.datalchemy.resolve;
