/** How are things given that several commands ask for? */
package io.datalchemy.cli.option;
