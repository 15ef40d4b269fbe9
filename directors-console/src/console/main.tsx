import { arriveAt } from "../shared/arrival";
import { mount } from "../shared/mount";
import "../styles/stage.css";
import "../styles/company.css";
import "../styles/console/desk.css";
import "../styles/console/masthead.css";
import "../styles/console/calling.css";
import "../styles/console/book.css";
import "../styles/console/cue.css";
import "../styles/console/cues.css";
import "../styles/console/rehearse.css";
import "../styles/console/editing.css";
import "../styles/console/stageplan.css";
import "../styles/console/matting.css";
import "../styles/console/people.css";
import { ConsolePage } from "./ConsolePage";

mount(<ConsolePage arrival={arriveAt("console")} />);
