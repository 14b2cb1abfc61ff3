/** Which value follows from the other columns of the same row? The derive generators. */
package io.datalchemy.generator.derive;
