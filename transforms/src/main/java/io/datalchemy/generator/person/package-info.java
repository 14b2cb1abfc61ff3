/** What are people called? Given names by sex and time of birth, surnames, and whole names. */
package io.datalchemy.generator.person;
