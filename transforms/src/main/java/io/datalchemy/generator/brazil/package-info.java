/** What would a Brazilian believe? Names, documents, places and phones of pt-BR. */
package io.datalchemy.generator.brazil;
