/** Which of a few constants does a cell take? */
package io.datalchemy.generator.choice;
