/** What do columns of common meaning hold in the locale in force? Persons, places and the like. */
package io.datalchemy.generator.semantic;
