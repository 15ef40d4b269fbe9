import { AdditiveBlending, Color, ConeGeometry, Mesh, ShaderMaterial, type Vector3 } from "three";

/** The light that hangs in the air below a spot. */
export class Beam {
  readonly mesh: Mesh<ConeGeometry, ShaderMaterial>;
  private readonly colour = new Color();

  constructor(from: Vector3, to: Vector3, angleDegrees: number) {
    const length = from.distanceTo(to);
    const radius = Math.tan((angleDegrees * Math.PI) / 360) * length;
    const cone = new ConeGeometry(radius, length, 40, 1, true).translate(0, -length / 2, 0).rotateX(-Math.PI / 2);
    const material = new ShaderMaterial({
      uniforms: { colour: { value: this.colour }, reach: { value: length } },
      vertexShader: vertex,
      fragmentShader: fragment,
      transparent: true,
      depthWrite: false,
      blending: AdditiveBlending,
    });
    this.mesh = new Mesh(cone, material);
    this.mesh.position.copy(from);
    this.mesh.lookAt(to);
  }

  set(colour: Color, intensity: number): void {
    this.colour.copy(colour).multiplyScalar(intensity * 0.17);
    this.mesh.visible = intensity > 0.02;
  }
}

const vertex = /* glsl */ `
  varying vec3 vNormal;
  varying vec3 vToEye;
  varying float vAlong;
  uniform float reach;
  void main() {
    vec4 seen = modelViewMatrix * vec4(position, 1.0);
    vNormal = normalMatrix * normal;
    vToEye = -seen.xyz;
    vAlong = position.z / reach;
    gl_Position = projectionMatrix * seen;
  }
`;

const fragment = /* glsl */ `
  varying vec3 vNormal;
  varying vec3 vToEye;
  varying float vAlong;
  uniform vec3 colour;
  void main() {
    float edge = pow(abs(dot(normalize(vNormal), normalize(vToEye))), 2.2);
    float fade = pow(1.0 - clamp(vAlong, 0.0, 1.0), 1.3);
    gl_FragColor = vec4(colour * edge * fade, 1.0);
  }
`;
