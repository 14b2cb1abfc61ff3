/** Can every value that follows from rows of other tables be computed, and does it fit? */
package io.datalchemy.resolution.derived;
