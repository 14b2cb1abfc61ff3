/** What is done to a value after it was generated? */
package io.datalchemy.transform;
