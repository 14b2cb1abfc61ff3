/** What would the first rows of a plan look like, before anything is written? */
package io.datalchemy.preview;
