/** The page without what the script fills in; it loads its own script and style and nothing else. */
export const FORM_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>For the record</title>
<link rel="stylesheet" href="form.css">
<script type="module" src="form-client"></script>
<h1>For the record</h1>
<p>What do you want to write?</p>
<nav></nav>
<main></main>
<output id="answer" tabindex="-1" aria-live="polite"></output>
</html>
`;
