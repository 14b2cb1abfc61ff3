/** How does a cell's number become a value that a person believes? The generators. */
package io.datalchemy.generator;
