/** What can be asked for on a command line, and what does each answer look like? */
package io.datalchemy.cli;
