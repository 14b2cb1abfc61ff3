/** What does the comment of a column say about its values? */
package io.datalchemy.propose.directive;
