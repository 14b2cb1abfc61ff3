/** Which generator suits a column, from its name, its type and its neighbours? */
package io.datalchemy.select;
