/** How is each column type filled when nothing more is known? The primitive generators. */
package io.datalchemy.generator.primitive;
