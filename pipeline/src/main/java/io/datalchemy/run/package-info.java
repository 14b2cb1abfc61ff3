/** Where does a run leave its files, and how does one see that it finished? */
package io.datalchemy.run;
