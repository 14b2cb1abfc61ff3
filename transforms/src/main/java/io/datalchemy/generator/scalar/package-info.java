/** How does a value look as text, and which value is a text? */
package io.datalchemy.generator.scalar;
