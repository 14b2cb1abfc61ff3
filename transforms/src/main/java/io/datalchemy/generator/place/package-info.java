/** Which cities are there, and which state, area code and CEPs are each one's? */
package io.datalchemy.generator.place;
