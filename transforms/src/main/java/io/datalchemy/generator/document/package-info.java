/** Which numbers do people, voters, patients, vehicles and taxpayers of Brazil have? */
package io.datalchemy.generator.document;
