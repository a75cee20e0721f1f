/* Screen readers, fonts and line breaks follow the language of the whole document. */
export default ({ data }) => { document.documentElement.lang = data; };
